// Web hooks and heartbeats: what is asked for, and what an answer means.
import type { HeartbeatSettings, WebhookSettings } from '../../shared/domain/notification.ts';
import type { HeartbeatContent, WebhookContent } from './content.ts';
import type { Attempt } from './courier.ts';
import { ask, type HttpAnswer } from './http.ts';
import type { Trust } from './mail.ts';
import { webhookBody } from './webhook-body.ts';

/** Asked too early, or too often. */
const PATIENCE = new Set([408, 425, 429]);

export const sendWebhook = async (
  content: WebhookContent,
  { url, style }: WebhookSettings,
  trust: Trust,
): Promise<Attempt> => attemptOf(await ask({ method: 'POST', url, json: webhookBody(content, style) }, trust));

export const sendBeat = async (
  { phase }: HeartbeatContent,
  { url }: HeartbeatSettings,
  trust: Trust,
): Promise<Attempt> => attemptOf(await ask({ method: 'GET', url: beatUrl(url, phase) }, trust));

/** `/start` and `/fail` go behind the path, a query stays where it is. */
export function beatUrl(url: string, phase: HeartbeatContent['phase']): string {
  if (phase === 'success') return url;
  const address = new URL(url);
  address.pathname = `${address.pathname.replace(/\/+$/, '')}/${phase}`;
  return address.href;
}

export function attemptOf({ status, reason, text, location }: HttpAnswer): Attempt {
  const words = text.replace(/\s+/g, ' ').trim();
  if (status === null) return { kind: 'unreachable', answer: words };
  const said = [`${status} ${reason}`.trim(), words].filter((part) => part !== '').join(': ');
  if (status >= 200 && status < 300) return { kind: 'delivered', answer: said };
  // A redirected message would go where the user has not sent it.
  if (status >= 300 && status < 400) return { kind: 'refused', answer: `${status} ${reason}: ${location ?? ''}` };
  return { kind: status >= 500 || PATIENCE.has(status) ? 'later' : 'refused', answer: said };
}
