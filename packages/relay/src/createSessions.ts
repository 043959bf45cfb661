import { errors, jwtVerify, SignJWT } from 'jose';
import { Refusal } from './Refusal.ts';

/** What a session is good for. */
export interface Session {
  readonly journeyId: string;
  /** As `authorize` named it. */
  readonly subject: string;
  /** When the first session of the journey was issued, in milliseconds since 1970. */
  readonly beganAtMs: number;
}

export interface SessionsOptions {
  readonly secret: Uint8Array;
  readonly ttlMs: number;
  /** How long after it began a journey's session can be renewed. */
  readonly maxAgeMs: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export interface IssuedSession {
  readonly token: string;
  readonly expiresAt: string;
}

export interface Sessions {
  /** A first session, or with `beganAtMs` one in place of an earlier one. */
  readonly issue: (session: Omit<Session, 'beganAtMs'> & { readonly beganAtMs?: number }) => Promise<IssuedSession>;
  /** @throws Refusal 401 when the bearer token is missing, forged, expired or made for something else. */
  readonly verify: (request: Request) => Promise<Session>;
  /**
   * The same for a session that is to be renewed: it may have expired.
   *
   * @throws Refusal 401 also when the journey began longer than `maxAgeMs` ago
   */
  readonly verifyForRenewal: (request: Request) => Promise<Session>;
}

const issuer = 'stepframe-relay';
const audience = 'stepframe-journey';
const algorithm = 'HS256';
const journeyClaim = 'journey_id';
const beganClaim = 'began_at';
const maxTokenChars = 4_096;

/** Makes and checks the tokens that bind a browser to one journey. They are JWTs, and nothing is stored. */
export function createSessions({ secret, ttlMs, maxAgeMs, now }: SessionsOptions): Sessions {
  async function read(request: Request, toleranceMs: number): Promise<Session> {
    const header = request.headers.get('authorization') ?? '';
    const token = header.length <= maxTokenChars ? /^bearer +([\w.-]+)$/i.exec(header)?.[1] : undefined;
    if (token === undefined) throw refuse('session_missing', 'Send the session of the journey as a bearer token.');
    try {
      const { payload } = await jwtVerify(token, secret, {
        algorithms: [algorithm],
        issuer,
        audience,
        currentDate: new Date(now()),
        clockTolerance: Math.ceil(toleranceMs / 1_000),
        requiredClaims: ['sub', 'iat', 'exp', journeyClaim],
      });
      const { sub: subject, iat = 0, [journeyClaim]: journeyId, [beganClaim]: beganAt = iat } = payload;
      if (typeof subject === 'string' && typeof journeyId === 'string' && typeof beganAt === 'number') {
        return { subject, journeyId, beganAtMs: beganAt * 1_000 };
      }
    } catch (error) {
      if (error instanceof errors.JWTExpired)
        throw refuse('session_expired', 'The session has expired. Renew it, or start the journey again.');
    }
    throw refuse('session_invalid', 'The session is not valid here. Start the journey again.');
  }

  return {
    async issue({ journeyId, subject, beganAtMs = now() }) {
      const issuedAt = Math.floor(now() / 1_000);
      const expiresAt = Math.floor((now() + ttlMs) / 1_000);
      const token = await new SignJWT({ [journeyClaim]: journeyId, [beganClaim]: Math.floor(beganAtMs / 1_000) })
        .setProtectedHeader({ alg: algorithm, typ: 'JWT' })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(subject)
        .setIssuedAt(issuedAt)
        .setExpirationTime(expiresAt)
        .sign(secret);
      return { token, expiresAt: new Date(expiresAt * 1_000).toISOString() };
    },

    verify: (request) => read(request, 0),

    async verifyForRenewal(request) {
      const session = await read(request, maxAgeMs).catch((error: unknown) => {
        throw error instanceof Refusal && error.errorCode === 'session_expired' ? refuseOld() : error;
      });
      if (now() > session.beganAtMs + maxAgeMs) throw refuseOld();
      return session;
    },
  };
}

function refuse(errorCode: string, message: string): Refusal {
  return new Refusal(401, errorCode, message, { headers: { 'www-authenticate': 'Bearer' } });
}

function refuseOld(): Refusal {
  return refuse('session_ended', 'The journey began too long ago for its session to be renewed. Start the journey again.');
}
