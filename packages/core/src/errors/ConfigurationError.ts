import { StepframeError, type StepframeErrorOptions } from './StepframeError.ts';

/** `configuration/invalid`: an option handed to a Stepframe function is missing or wrong. */
export type ConfigurationErrorCode = 'configuration/invalid';

/** A mistake of the integrator, thrown at once where it is made; the message names the option and what it takes. */
export class ConfigurationError extends StepframeError<ConfigurationErrorCode> {
  constructor(message: string, options: StepframeErrorOptions = {}) {
    super('configuration/invalid', message, options);
  }
}
