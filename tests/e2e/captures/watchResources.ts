/** What a page holds that nobody collects in time: each of these has an owner who must close it. */
export interface OpenResources {
  readonly tracks: number;
  readonly workers: number;
  readonly bitmaps: number;
  readonly frames: number;
  readonly objectUrls: number;
  /** Pictures that came out of a worker and are still reachable; right only after a garbage collection. */
  readonly pictures: number;
}

/** How many there have ever been: a count of what is left says nothing where nothing was opened. */
export interface SeenResources extends OpenResources {}

/** What is left in the page behind. */
export interface ResourceWatch {
  readonly open: () => Promise<OpenResources>;
  readonly seen: () => Promise<SeenResources>;
}

/**
 * Counts what is opened and closed, in the page and in its workers. It runs before any other script of the page, and as
 * text, so it uses nothing of this module.
 *
 * A closed or handed over bitmap or frame has no size any more, so whatever has one is open.
 */
export function watchResources(): void {
  type Pixels = ImageBitmap | VideoFrame;
  type Counts = Record<'bitmaps' | 'frames', number>;

  /** The half that runs on both sides. */
  const watchPixels = (scope: typeof globalThis) => {
    const pixels = new Set<Pixels>();
    const seen: Counts = { bitmaps: 0, frames: 0 };
    const isOpen = (item: Pixels) => ('width' in item ? item.width : item.codedWidth) > 0;
    const note = <Item>(item: Item): Item => {
      const isBitmap = item instanceof ImageBitmap;
      if ((isBitmap || (typeof VideoFrame === 'function' && item instanceof VideoFrame)) && !pixels.has(item)) {
        pixels.add(item);
        seen[isBitmap ? 'bitmaps' : 'frames'] += 1;
      }
      return item;
    };
    /** Looks for pixels in a message, which is plain data otherwise. */
    const walk = (value: unknown): void => {
      note(value);
      if (typeof value !== 'object' || value === null) return;
      if (Object.getPrototypeOf(value) === Object.prototype || Array.isArray(value)) Object.values(value).forEach(walk);
    };
    const count = (): Counts => {
      for (const item of pixels) if (!isOpen(item)) pixels.delete(item);
      const bitmaps = [...pixels].filter((item) => item instanceof ImageBitmap).length;
      return { bitmaps, frames: pixels.size - bitmaps };
    };

    const { createImageBitmap: createBitmap } = scope;
    scope.createImageBitmap = async (...args: unknown[]) => note(await Reflect.apply(createBitmap, scope, args));
    const { transferToImageBitmap } = OffscreenCanvas.prototype;
    OffscreenCanvas.prototype.transferToImageBitmap = function transfer() {
      return note(transferToImageBitmap.call(this));
    };
    const { clone } = VideoFrame.prototype;
    VideoFrame.prototype.clone = function cloneFrame() {
      return note(clone.call(this));
    };
    scope.VideoFrame = new Proxy(VideoFrame, { construct: (target, args) => note(Reflect.construct(target, args)) });
    const { decode } = ImageDecoder.prototype;
    ImageDecoder.prototype.decode = async function decodeFrame(...args) {
      const result = await decode.apply(this, args);
      note(result.image);
      return result;
    };
    return { walk, count, seen };
  };

  const tracks = new Set<MediaStreamTrack>();
  const urls = new Set<string>();
  const workers = new Map<Worker, MessagePort>();
  const pictures: WeakRef<Blob>[] = [];
  const page = watchPixels(globalThis);
  const ever = { tracks: 0, workers: 0, objectUrls: 0 };

  const getUserMedia = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (constraints) => {
    const stream = await getUserMedia(constraints);
    for (const track of stream.getTracks()) tracks.add(track);
    ever.tracks += stream.getTracks().length;
    return stream;
  };

  const { createObjectURL, revokeObjectURL } = URL;
  URL.createObjectURL = (source) => {
    const url = createObjectURL(source);
    urls.add(url);
    ever.objectUrls += 1;
    return url;
  };
  URL.revokeObjectURL = (url) => {
    urls.delete(url);
    revokeObjectURL(url);
  };

  const notePictures = (value: unknown): void => {
    if (value instanceof Blob) pictures.push(new WeakRef(value));
    else if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype)
      Object.values(value).forEach(notePictures);
  };

  /** Runs the same count in the worker, and then the worker's own script. */
  const prelude = (url: string) => `
    const { walk, count, seen } = (${watchPixels.toString()})(globalThis);
    let port;
    addEventListener('message', (event) => {
      if (event.data?.watch) {
        event.stopImmediatePropagation();
        port = event.ports[0];
        port.onmessage = () => port.postMessage({ open: count(), seen });
        import(${JSON.stringify(url)});
      } else walk(event.data);
    });`;
  const RealWorker = Worker;
  globalThis.Worker = class extends RealWorker {
    constructor(url: string | URL, options?: WorkerOptions) {
      const address = createObjectURL(new Blob([prelude(new URL(url, location.href).href)], { type: 'text/javascript' }));
      super(address, options);
      const { port1, port2 } = new MessageChannel();
      workers.set(this, port1);
      ever.workers += 1;
      this.postMessage({ watch: true }, [port2]);
      this.addEventListener('message', ({ data }) => {
        page.walk(data);
        notePictures(data);
      });
    }

    override terminate() {
      workers.get(this)?.close();
      workers.delete(this);
      super.terminate();
    }
  };

  const askWorkers = (): Promise<readonly { readonly open: Counts; readonly seen: Counts }[]> =>
    Promise.all(
      [...workers.values()].map(
        (port) =>
          new Promise<{ readonly open: Counts; readonly seen: Counts }>((resolve) => {
            port.addEventListener('message', ({ data }) => resolve(data), { once: true });
            port.start();
            port.postMessage('count');
          }),
      ),
    );
  const add = (counts: readonly Counts[]): Counts => ({
    bitmaps: counts.reduce((sum, { bitmaps }) => sum + bitmaps, 0),
    frames: counts.reduce((sum, { frames }) => sum + frames, 0),
  });

  const watch: ResourceWatch = {
    open: async () => {
      const inWorkers = await askWorkers();
      for (const track of tracks) if (track.readyState === 'ended') tracks.delete(track);
      return {
        tracks: tracks.size,
        workers: workers.size,
        ...add([page.count(), ...inWorkers.map(({ open }) => open)]),
        objectUrls: urls.size,
        pictures: pictures.filter((picture) => picture.deref()).length,
      };
    },
    seen: async () => {
      const inWorkers = await askWorkers();
      return { ...ever, ...add([page.seen, ...inWorkers.map(({ seen }) => seen)]), pictures: pictures.length };
    },
  };
  Object.assign(globalThis, { watch });
}
