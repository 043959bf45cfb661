import { errors, jwtVerify, SignJWT } from 'jose';
import { Refusal } from './Refusal.ts';

/** What a session is good for. */
export interface Session {
  readonly journeyId: string;
  /** As `authorize` named it. */
  readonly subject: string;
}

export interface SessionsOptions {
  readonly secret: Uint8Array;
  readonly ttlMs: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export interface Sessions {
  readonly issue: (session: Session) => Promise<{ readonly token: string; readonly expiresAt: string }>;
  /** @throws Refusal 401 when the bearer token is missing, forged, expired or made for something else. */
  readonly verify: (request: Request) => Promise<Session>;
}

const issuer = 'stepframe-relay';
const audience = 'stepframe-journey';
const algorithm = 'HS256';
const journeyClaim = 'journey_id';
const maxTokenChars = 4_096;

/** Makes and checks the tokens that bind a browser to one journey. They are JWTs, and nothing is stored. */
export function createSessions({ secret, ttlMs, now }: SessionsOptions): Sessions {
  return {
    async issue({ journeyId, subject }) {
      const issuedAt = Math.floor(now() / 1_000);
      const expiresAt = Math.floor((now() + ttlMs) / 1_000);
      const token = await new SignJWT({ [journeyClaim]: journeyId })
        .setProtectedHeader({ alg: algorithm, typ: 'JWT' })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(subject)
        .setIssuedAt(issuedAt)
        .setExpirationTime(expiresAt)
        .sign(secret);
      return { token, expiresAt: new Date(expiresAt * 1_000).toISOString() };
    },

    async verify(request) {
      const header = request.headers.get('authorization') ?? '';
      const token = header.length <= maxTokenChars ? /^bearer +([\w.-]+)$/i.exec(header)?.[1] : undefined;
      if (token === undefined) throw refuse('session_missing', 'Send the session of the journey as a bearer token.');
      try {
        const { payload } = await jwtVerify(token, secret, {
          algorithms: [algorithm],
          issuer,
          audience,
          currentDate: new Date(now()),
          requiredClaims: ['sub', 'iat', 'exp', journeyClaim],
        });
        const { sub: subject, [journeyClaim]: journeyId } = payload;
        if (typeof subject === 'string' && typeof journeyId === 'string') return { subject, journeyId };
      } catch (error) {
        if (error instanceof errors.JWTExpired) throw refuse('session_expired', 'The session has expired. Start the journey again.');
      }
      throw refuse('session_invalid', 'The session is not valid here. Start the journey again.');
    },
  };
}

function refuse(errorCode: string, message: string): Refusal {
  return new Refusal(401, errorCode, message, { headers: { 'www-authenticate': 'Bearer' } });
}
