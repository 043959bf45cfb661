import type { JourneyClient } from '../client/createJourneyClient.ts';
import type { PictureVault } from './PictureVault.ts';

/** The vault of a journey, whose code is fetched when it is first used; `null` where the client has no key or the browser no storage. */
export function openVault(client: Pick<JourneyClient, 'pictureKey'>, journeyId: string, maxAgeMs: number): PictureVault | null {
  const getKey = client.pictureKey;
  if (!getKey || !globalThis.indexedDB) return null;
  let opening: Promise<PictureVault> | null = null;
  const open = (): Promise<PictureVault> =>
    (opening ??= import('./createPictureVault.ts').then(({ createPictureVault }) =>
      createPictureVault({ journeyId, getKey: () => getKey(), maxAgeMs }),
    ));
  // A part of the page that did not load means no more than that nothing is kept.
  const attempt = <Result>(work: (vault: PictureVault) => Promise<Result>, otherwise: Result): Promise<Result> =>
    open()
      .then(work)
      .catch(() => {
        opening = null;
        return otherwise;
      });
  return {
    save: (stepId, pictures) => attempt((vault) => vault.save(stepId, pictures), false),
    load: (stepId) => attempt((vault) => vault.load(stepId), null),
    drop: (stepId) => attempt((vault) => vault.drop(stepId), undefined),
    clear: () => attempt((vault) => vault.clear(), undefined),
  };
}
