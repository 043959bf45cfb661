/**
 * The sandbox's error codes and their HTTP status.
 *
 * Documented (docs/error-handling) are the three 401 codes and the name `missing_requested_resource`. `step_concluded`,
 * `step_in_progress` and `journey_completed` are codes of the vendor's SDK. All others are the sandbox's own: the rest
 * of the vendor's table is in no page that could be read. So a client must go by the status, never by these words.
 */
export const refusalStatus = {
  malformed_body: 400,
  missing_authorization_header: 401,
  invalid_authentication_format: 401,
  invalid_credentials: 401,
  missing_requested_resource: 404,
  method_not_allowed: 405,
  journey_completed: 409,
  step_concluded: 409,
  step_in_progress: 409,
  body_too_large: 413,
  image_too_large: 413,
  unsupported_content_type: 415,
  image_type_not_accepted: 415,
  missing_field: 422,
  invalid_field: 422,
  unknown_field: 422,
  image_empty: 422,
  image_corrupt: 422,
  image_too_small: 422,
  image_too_many_pixels: 422,
  step_not_optional: 422,
  temporarily_blocked: 429,
  internal_error: 500,
  service_unavailable: 503,
} as const;

/** One of the sandbox's `error_code`s. */
export type SandboxErrorCode = keyof typeof refusalStatus;

/** A call the sandbox turns down: a value, not an error. */
export class Refusal {
  readonly status: number;
  readonly errorCode: SandboxErrorCode;
  /** Names the field and the limit; never a value that was sent. */
  readonly message: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(errorCode: SandboxErrorCode, message: string, headers: Readonly<Record<string, string>> = {}) {
    this.status = refusalStatus[errorCode];
    this.errorCode = errorCode;
    this.message = message;
    this.headers = headers;
  }

  /** The documented envelope. Source: docs/error-handling. */
  toResponse(): Response {
    return Response.json(
      { success: false, message: this.message, error_code: this.errorCode },
      { status: this.status, headers: { 'cache-control': 'no-store', ...this.headers } },
    );
  }
}
