import type { RelayEvent } from '@stepframe/relay';

/** A relay's event as one line of a log. */
export function describeEvent(event: RelayEvent): string {
  const ms = `${Math.round(event.durationMs)} ms`;
  if (event.type === 'request')
    return `browser → relay  ${event.route}  ${event.status}  ${ms}${event.errorCode ? `  ${event.errorCode}` : ''}`;
  return `relay → API      ${event.route}  ${event.status ?? event.outcome}  ${ms}`;
}
