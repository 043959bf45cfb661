import { sleepFor } from './sleepFor.ts';
import type { JourneyChannel, JourneyEnvironment } from './JourneyEnvironment.ts';

/**
 * The page's own clock, network, visibility and tabs. What is missing (in Node, or in an older browser) is taken for
 * always visible, always online and the only tab. Nothing is touched before it is asked for.
 */
export function createBrowserEnvironment(): JourneyEnvironment {
  return {
    now: () => performance.now(),
    sleep: sleepFor,
    random: Math.random,
    createKey: () => toHex(crypto.getRandomValues(new Uint8Array(16))),
    isVisible: () => globalThis.document?.visibilityState !== 'hidden',
    isOnline: () => globalThis.navigator?.onLine !== false,

    watch(onChange) {
      const { window, document } = globalThis;
      if (!window) return () => {};
      const ways = [
        [document, 'visibilitychange'],
        [window, 'focus'],
        [window, 'pageshow'],
        [window, 'online'],
        [window, 'offline'],
      ] as const;
      for (const [target, name] of ways) target.addEventListener(name, onChange);
      return () => {
        for (const [target, name] of ways) target.removeEventListener(name, onChange);
      };
    },

    async exclusively(name, signal, run) {
      const locks = globalThis.navigator?.locks;
      if (!locks) return await run(false);
      const first = await locks.request(name, { ifAvailable: true }, async (lock) => (lock ? { result: await run(false) } : null));
      if (first) return first.result;
      return await locks.request(name, { signal }, async () => await run(true));
    },

    openChannel(name, onCall): JourneyChannel {
      if (!globalThis.BroadcastChannel) return { call() {}, close() {} };
      const channel = new BroadcastChannel(name);
      channel.addEventListener('message', onCall);
      return { call: () => channel.postMessage(null), close: () => channel.close() };
    },

    async digest(pictures) {
      const subtle = globalThis.crypto?.subtle;
      if (!subtle) return null;
      const digests = pictures.map(async (picture) => toHex(new Uint8Array(await subtle.digest('SHA-256', await picture.arrayBuffer()))));
      return (await Promise.all(digests)).join();
    },
  };
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
