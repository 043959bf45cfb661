import { type RefObject, useEffect, useRef } from 'react';

/**
 * Brings the top of an element back into sight when it shows another screen after the person has acted in it. The focus goes to the new
 * screen's title, and a shorter screen would lie above what can be seen.
 */
export function useShownFromTop(element: RefObject<HTMLElement | null>, screen: string, acted: RefObject<boolean>): void {
  const seen = useRef(screen);
  useEffect(() => {
    if (seen.current === screen) return;
    seen.current = screen;
    const { current: shown } = element;
    if (shown && acted.current && shown.getBoundingClientRect().top < 0) shown.scrollIntoView();
  }, [element, screen, acted]);
}
