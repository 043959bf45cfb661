import { useEffect, useState } from 'react';

/**
 * Whether something has gone on for so long that it deserves a sign. What is over at once shows none: a sign that comes and
 * goes within a blink is noise.
 *
 * @param afterMs Default 150.
 */
export function useLasting(isOn: boolean, afterMs = 150): boolean {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    if (!isOn) return undefined;
    const timer = setTimeout(() => setLasts(true), afterMs);
    return () => {
      clearTimeout(timer);
      setLasts(false);
    };
  }, [isOn, afterMs]);
  return isOn && lasts;
}
