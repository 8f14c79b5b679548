// What the router asks about every message: may whoever sits here, and who is that. One gate per seat.
import type { Acting } from '../app/acting.ts';
import type { AuditOrigin } from '../../shared/domain/audit.ts';
import { access, type EndpointToAccess } from '../../shared/ipc/access.ts';
import type { Sessions } from '../users/sessions.ts';

export type Gate = {
  /** Lets an endpoint pass, or not. @throws AppError as `Sessions.permit` */
  pass(endpoint: EndpointToAccess): void;
  /** Does what an endpoint leads to in the name of whoever sits here. */
  act<Answer>(handle: () => Answer, endpoint?: EndpointToAccess): Answer;
};

/** @param acted called when something has ended that more than a viewer may do: it may stand in the audit now */
export function createGate(
  sessions: Sessions,
  acting: Acting,
  origin: AuditOrigin,
  acted: () => void = () => {},
): Gate {
  return {
    pass: (endpoint) => sessions.permit(access[endpoint]),
    act(handle, endpoint) {
      const answer = acting.as(sessions.actor(origin), handle);
      const watched = endpoint !== undefined && access[endpoint] !== 'viewer';
      if (watched && answer instanceof Promise) answer.then(acted, acted);
      return answer;
    },
  };
}
