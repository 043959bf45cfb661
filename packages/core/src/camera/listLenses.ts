import { readLens } from './readLens.ts';
import type { Lens } from './scoreLens.ts';

/** The cameras there are, without a prompt; before permission their ids and labels are empty. Never throws. */
export async function listLenses(mediaDevices: Pick<MediaDevices, 'enumerateDevices'>, track?: MediaStreamTrack): Promise<readonly Lens[]> {
  try {
    const devices = await mediaDevices.enumerateDevices();
    const currentId = track?.getSettings().deviceId;
    return devices
      .filter(({ kind }) => kind === 'videoinput')
      .map((device) => readLens(device, device.deviceId !== '' && device.deviceId === currentId ? track : undefined));
  } catch {
    return [];
  }
}
