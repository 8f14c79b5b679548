// Ties the doctor's endpoints to their service; converts, decides nothing.
import type { Doctor } from '../doctor/doctor.ts';
import type { RespaldoStreams } from '../../shared/ipc/contract.ts';

export function doctorStreams(doctor: () => Promise<Doctor>): Pick<RespaldoStreams, 'doctor.examine'> {
  return {
    async *'doctor.examine'({ spec, id }, signal) {
      yield* (await doctor()).examine(spec, id, signal);
    },
  };
}
