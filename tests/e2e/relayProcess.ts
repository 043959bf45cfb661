import { serveRelay } from '@stepframe/relay/node';
import { authorizeVisitor } from '../../apps/demo/server/authorizeVisitor.ts';

/** What the process is told by the one that starts it. */
export interface RelayProcessSettings {
  readonly port: number;
  readonly baseUrl: string;
  readonly username: string;
  readonly password: string;
  readonly sessionSecret: string;
  readonly origin: string;
}

// A relay in a process of its own, so that a test can kill it.
process.once('message', (settings: RelayProcessSettings) => {
  const { port, baseUrl, username, password, sessionSecret, origin } = settings;
  const allowedOrigins = [origin];
  void serveRelay({ port, baseUrl, credentials: { username, password }, sessionSecret, allowedOrigins, authorize: authorizeVisitor }).then(
    ({ url }) => process.send?.(url),
  );
});
