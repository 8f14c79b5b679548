// The form over everything that notifies: a draft, problems beside fields, and parts that can be tried alone.
import { useRef, useState } from 'react';
import { newMailSettings } from '../../../../shared/domain/notification.ts';
import { settingsSchema, type Settings } from '../../../../shared/domain/settings.ts';
import { problemsOf } from '../../../../shared/errors/field-problem.ts';
import type { Client } from '../../../ipc/client.ts';
import { partAt, useForm } from '../../../state/form.ts';
import { useSlice } from '../../../state/window-parts.tsx';

const CHANNELS = ['desktopNotifications', 'mail', 'webhook', 'heartbeat'] as const;
type ChannelName = (typeof CHANNELS)[number];
export type Channels = Pick<Settings, ChannelName>;

const schema = settingsSchema.pick({ desktopNotifications: true, mail: true, webhook: true, heartbeat: true });

/** What the fields of one channel need. `keep` holds what was there before it was switched off. */
export type ChannelProps = { form: NotificationsForm; keep: Partial<Channels>; client: Client };

const channelsOf = ({ desktopNotifications, mail, webhook, heartbeat }: Settings): Channels => ({
  desktopNotifications,
  mail,
  webhook,
  heartbeat,
});

/** What a channel begins with when it is switched on. */
const FRESH: Partial<Channels> = { mail: newMailSettings(), webhook: { url: '', style: 'json', on: [] }, heartbeat: { url: '' } };

export function useNotificationsForm() {
  const settings = useSlice('settings');
  // Settings have no versions: whoever saves last is right.
  const form = useForm<Channels>({ key: 'settings/notifications', saved: channelsOf(settings), base: 1, schema });
  const [attempted, setAttempted] = useState<ReadonlySet<ChannelName>>(new Set());
  const keep = useRef<Partial<Channels>>({});
  const { value } = form;
  if (value.mail) keep.current.mail = value.mail;
  if (value.webhook) keep.current.webhook = value.webhook;
  if (value.heartbeat) keep.current.heartbeat = value.heartbeat;

  const untouched = (path: string): boolean => {
    const channel = CHANNELS.find((name) => path.startsWith(`${name}.`));
    if (!channel || settings[channel] !== null || attempted.has(channel)) return false;
    return JSON.stringify(partAt(FRESH, path)) === JSON.stringify(partAt(value, path));
  };

  return {
    ...form,
    settings,
    keep: keep.current,
    put: (part: Partial<Channels>): void => form.change({ ...value, ...part }),
    /** A channel that was just switched on does not shout about fields that nobody has come to yet. */
    problem: (path: string): string | undefined => (untouched(path) ? undefined : form.problem(path)),
    attempt(): boolean {
      setAttempted(new Set(CHANNELS));
      return form.attempt();
    },
    /** True when one channel may be tried, whatever the others lack; otherwise its problems show. */
    attemptPart(channel: ChannelName): boolean {
      setAttempted((before) => new Set([...before, channel]));
      return !problemsOf(schema, value).some(({ path }) => path.startsWith(`${channel}.`)) || form.attempt();
    },
  };
}

export type NotificationsForm = ReturnType<typeof useNotificationsForm>;
