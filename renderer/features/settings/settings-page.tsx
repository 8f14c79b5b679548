// The settings of this workstation, in parts; which one is shown stands in the address.
import { useText } from '../../i18n/text-provider.tsx';
import { route } from '../../navigation/route.ts';
import { useRoute, useRouter } from '../../state/window-parts.tsx';
import { PageFrame } from '../../ui/layout.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { AuditPart } from './audit/audit-part.tsx';
import { BackgroundPart } from './background-part.tsx';
import { GeneralPart } from './general-part.tsx';
import { LogDatabasePart } from './log-database/log-database-part.tsx';
import { NotificationsPart } from './notifications/notifications-part.tsx';
import { UsersPart } from './users/users-part.tsx';
import './settings.css';

const parts = {
  general: GeneralPart,
  notifications: NotificationsPart,
  background: BackgroundPart,
  'log-database': LogDatabasePart,
  users: UsersPart,
  audit: AuditPart,
} as const;
type PartName = keyof typeof parts;
const names = Object.keys(parts) as PartName[];

export function SettingsPage() {
  const { t } = useText();
  const router = useRouter();
  const { query } = useRoute();
  const current = names.find((name) => name === query['tab']) ?? 'general';
  const Part = parts[current];
  return (
    <PageFrame title={t('settings.title')}>
      <Tabs
        label={t('settings.sections')}
        tabs={names.map((id) => ({ id, label: t(`settings.${id}`) }))}
        current={current}
        onChange={(tab) => router.replace(route('settings', null, tab === 'general' ? {} : { tab }))}
      >
        <div className="settings" key={current}>
          <Part />
        </div>
      </Tabs>
    </PageFrame>
  );
}
