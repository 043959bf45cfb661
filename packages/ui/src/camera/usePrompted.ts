import { readCameraPermission } from '@stepframe/core/capture';
import { useEffect, useState } from 'react';

/** Whether the browser is asking the person just now: it was asked for the camera, and has to ask. */
export function usePrompted(isAsking: boolean): boolean {
  const [mustAsk, setMustAsk] = useState(false);
  useEffect(() => {
    if (!isAsking) return undefined;
    let isHere = true;
    void readCameraPermission(navigator.permissions).then((status) => {
      if (isHere) setMustAsk(status?.state === 'prompt');
    });
    return () => {
      isHere = false;
    };
  }, [isAsking]);
  return isAsking && mustAsk;
}
