import { describe, expect, it } from 'vitest';
import { retryPolicySchema } from '../../../../shared/domain/automation.ts';
import { mailPasswordSchema, mailSettingsSchema, newMailSettings, webhookSettingsSchema } from '../../../../shared/domain/notification.ts';
import { problemsOf } from '../../../../shared/errors/field-problem.ts';

describe('what is wrong with notifications', () => {
  it.each([
    [mailSettingsSchema, { ...newMailSettings(), server: 'smtp://x', from: 'Ana <a@b.c>' }, ['server.characters', 'address.form']],
    [mailSettingsSchema, { ...newMailSettings(), server: 'x', from: 'a@b.c', recipients: ['nobody'] }, ['address.form']],
    [mailSettingsSchema, { ...newMailSettings(), server: 'x', from: 'a@b.c', user: 'a;\n' }, ['text.control']],
    [webhookSettingsSchema, { url: 'ftp://x', style: 'json', on: [] }, ['url.form']],
    [mailPasswordSchema, 'a\nb', ['mail-password.characters']],
    [retryPolicySchema, { count: 1, firstMinutes: 9, longestMinutes: 3 }, ['retries.order']],
  ] as const)('%# is named by a code of its own', (schema, value, codes) => {
    expect(problemsOf(schema, value).map(({ code }) => code)).toEqual(codes);
  });
});
