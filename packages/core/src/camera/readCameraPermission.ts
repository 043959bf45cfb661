/**
 * The camera's permission as the browser tells it, without a prompt; `null` where it does not (Firefox before 131, Safari
 * before 16, some webviews). Its `change` event tells of the person's word in the browser's settings.
 *
 * Safari may go on saying `prompt` after a yes that holds for this page only.
 */
export async function readCameraPermission(
  permissions: Pick<Permissions, 'query'> | undefined = globalThis.navigator?.permissions,
): Promise<PermissionStatus | null> {
  try {
    return (await permissions?.query({ name: 'camera' })) ?? null;
  } catch {
    return null;
  }
}
