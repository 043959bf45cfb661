import { ContractError } from '../errors/ContractError.ts';

/** What was answered as taken is not shown by the summary. */
export function refuseUnseen(): ContractError {
  return new ContractError(
    'The submission was answered as taken, and the summary does not show it. Something on the way may have answered in place of the API: try again, and look at what stands between.',
  );
}
