'use client';

import { type CaptureSupport, readCaptureSupport, watchCameraEnvironment } from '@stepframe/core/capture';
import { useEffect, useState } from 'react';

/**
 * What is possible on this page, without a prompt: it never calls `getUserMedia`. Kept up to date when a camera is
 * plugged in, the permission changes or the page is shown again.
 *
 * @returns `null` until it is known, and on a server.
 */
export function useCaptureSupport(): CaptureSupport | null {
  const [support, setSupport] = useState<CaptureSupport | null>(null);
  useEffect(() => {
    let isMounted = true;
    const read = () =>
      void readCaptureSupport().then((next) => {
        if (isMounted) setSupport((last) => (last && isSame(last, next) ? last : next));
      });
    read();
    const stop = watchCameraEnvironment({ onShown: read, onDevices: read, onPermission: read });
    return () => {
      isMounted = false;
      stop();
    };
  }, []);
  return support;
}

function isSame({ blocked, ...last }: CaptureSupport, { blocked: other, ...next }: CaptureSupport): boolean {
  return blocked?.code === other?.code && JSON.stringify(last) === JSON.stringify(next);
}
