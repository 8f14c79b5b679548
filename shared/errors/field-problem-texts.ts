// What can be wrong with a field of a form, said in both languages: the closed table of codes, put together from its
// parts. Knows no form.
import { alertFields } from './fields/alert-fields.ts';
import { backupFields } from './fields/backup-fields.ts';
import { connectionFields } from './fields/connection-fields.ts';
import { exportFields } from './fields/export-fields.ts';
import { fileFields } from './fields/file-fields.ts';
import { generalFields } from './fields/general-fields.ts';
import { scheduleFields } from './fields/schedule-fields.ts';
import { scriptFields } from './fields/script-fields.ts';

export const fieldProblemTexts = {
  ...generalFields,
  ...exportFields,
  ...scriptFields,
  ...connectionFields,
  ...fileFields,
  ...alertFields,
  ...scheduleFields,
  ...backupFields,
} as const;
