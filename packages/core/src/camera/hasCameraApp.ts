/**
 * Whether a file input with `capture` opens the system's own camera app: only browsers on phones and tablets know the attribute.
 * Source: HTML Media Capture, 3.
 */
export function hasCameraApp(scope: { readonly HTMLInputElement?: { readonly prototype: object } } = globalThis): boolean {
  return scope.HTMLInputElement !== undefined && 'capture' in scope.HTMLInputElement.prototype;
}
