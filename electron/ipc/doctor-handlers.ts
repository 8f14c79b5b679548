// Ties the doctor's endpoints to their services; converts, decides nothing.
import type { Application } from '../app/compose.ts';
import type { Doctor } from '../doctor/doctor.ts';
import { strategySpecSchema } from '../../shared/domain/strategy.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { refuseProblems } from '../../shared/errors/field-problem.ts';
import type { RespaldoHandlers, RespaldoStreams } from '../../shared/ipc/contract.ts';

export function doctorHandlers(application: Application): Pick<RespaldoHandlers, 'doctor.foreseeDeletions'> {
  return {
    'doctor.foreseeDeletions': async ({ targetId, spec }) => {
      refuseProblems(strategySpecSchema, spec);
      const target = await application.ports.store.targets.get(targetId);
      if (!target) throw new AppError('target.missing');
      return (await application.deletions()).assessFor(target, spec);
    },
  };
}

export function doctorStreams(doctor: () => Promise<Doctor>): Pick<RespaldoStreams, 'doctor.examine'> {
  return {
    async *'doctor.examine'({ spec, id }, signal) {
      yield* (await doctor()).examine(spec, id, signal);
    },
  };
}
