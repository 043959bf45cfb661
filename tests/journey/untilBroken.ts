/** Ends with a lost connection as soon as the signal fires. */
export async function untilBroken(answer: Promise<Response>, signal: AbortSignal): Promise<Response> {
  let leave = (): void => {};
  const broken = new Promise<never>((_, reject) => {
    leave = () => reject(new TypeError('connection reset'));
    signal.addEventListener('abort', leave);
    if (signal.aborted) leave();
  });
  try {
    return await Promise.race([answer, broken]);
  } finally {
    signal.removeEventListener('abort', leave);
  }
}
