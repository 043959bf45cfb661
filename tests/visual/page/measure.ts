/** A target that a finger has to hit. */
interface Target {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly isInView: boolean;
}

/** What can be said of a screen without comparing it to a picture. */
export interface Measures {
  readonly title: { readonly text: string; readonly isSeen: boolean };
  readonly scrollsSideways: boolean;
  readonly targets: readonly Target[];
  /** Words that leave the column or the button they stand in. */
  readonly cutOff: readonly string[];
  /** The smallest letters, in px, and what they say. */
  readonly smallest: { readonly px: number; readonly text: string };
  /** How far the guide's edges are from the video's, in px; `null` without a video. */
  readonly guideOff: number | null;
  /** Videos and pictures that are shown the wrong way round, misshapen, or not at all. */
  readonly wrongPictures: readonly string[];
  /** Whether the button that has the focus shows it. */
  readonly showsFocus: boolean;
}

const slackPx = 1;

/** The horizontal part of all transforms that an element is drawn with. */
function readScaleX(element: Element): number {
  let scale = 1;
  for (let at: Element | null = element; at; at = at.parentElement ?? (at.getRootNode() as Partial<ShadowRoot>).host ?? null) {
    const { transform } = getComputedStyle(at);
    if (transform !== 'none') scale *= new DOMMatrix(transform).a;
  }
  return scale;
}

function isShown(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true }) && element.closest('.sf-visually-hidden, [hidden]') === null;
}

function listWords(step: Element): { readonly text: string; readonly element: Element; readonly box: DOMRect }[] {
  const walker = document.createTreeWalker(step, NodeFilter.SHOW_TEXT);
  const words = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!element || !node.textContent?.trim() || !isShown(element) || element.closest('select')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    words.push({ text: node.textContent.trim(), element, box: range.getBoundingClientRect() });
  }
  return words;
}

function isInside(inner: DOMRect, outer: DOMRect): boolean {
  return (
    inner.left >= outer.left - slackPx &&
    inner.right <= outer.right + slackPx &&
    inner.top >= outer.top - slackPx &&
    inner.bottom <= outer.bottom + slackPx
  );
}

/** Looks at a step as it lies on the page. */
export function measure(step: Element): Measures {
  const scale = Math.abs(readScaleX(step));
  const stepBox = step.getBoundingClientRect();
  const titles = [...step.querySelectorAll<HTMLElement>('.sf-title')];
  const title = titles.find(isShown);
  const titleBox = title?.getBoundingClientRect();
  const root = step.getRootNode() as Document | ShadowRoot;
  const atTitle = titleBox && root.elementFromPoint(titleBox.left + titleBox.width / 2, titleBox.top + titleBox.height / 2);
  const words = listWords(step);
  const smallest = words
    .map(({ text, element }) => ({ px: Number.parseFloat(getComputedStyle(element).fontSize), text }))
    .reduce((least, one) => (one.px < least.px ? one : least));
  const video = [...step.querySelectorAll('video')].find(isShown);
  const guideBox = step.querySelector('.sf-guide')?.getBoundingClientRect();
  const videoBox = video?.getBoundingClientRect();
  const pictures = [...step.querySelectorAll<HTMLImageElement | HTMLVideoElement>('img, video')].filter(isShown);
  return {
    title: {
      text: title?.textContent ?? '',
      isSeen: Boolean(title && titleBox && titleBox.height > 0 && atTitle && title.contains(atTitle)),
    },
    scrollsSideways: document.documentElement.scrollWidth > innerWidth,
    targets: [...step.querySelectorAll('button, select')].filter(isShown).map((element) => {
      const { left, right, width, height } = element.getBoundingClientRect();
      const isInView = left >= -slackPx && right <= innerWidth + slackPx;
      return { name: element.textContent ?? '', width: Math.round(width / scale), height: Math.round(height / scale), isInView };
    }),
    cutOff: words
      .filter(({ element, box }) => {
        const button = element.closest('button');
        return (
          box.left < stepBox.left - slackPx ||
          box.right > stepBox.right + slackPx ||
          (button && !isInside(box, button.getBoundingClientRect()))
        );
      })
      .map(({ text }) => text),
    smallest,
    guideOff:
      guideBox && videoBox
        ? Math.max(...(['left', 'right', 'top', 'bottom'] as const).map((edge) => Math.abs(guideBox[edge] - videoBox[edge])))
        : null,
    wrongPictures: pictures.flatMap((picture) => {
      const { width, height } = picture.getBoundingClientRect();
      const own =
        picture instanceof HTMLVideoElement ? picture.videoWidth / picture.videoHeight : picture.naturalWidth / picture.naturalHeight;
      const isMisshapen = Math.abs(width / height / own - 1) > 0.02;
      const isWrong = readScaleX(picture) <= 0 || isMisshapen || Number(getComputedStyle(picture).opacity) < 1;
      return isWrong ? [`${picture.tagName} of ${width} × ${height}`] : [];
    }),
    showsFocus: readFocus(step, root),
  };
}

/** Gives the focus to the first button as a keyboard would, looks at its ring, and takes the focus away again. */
function readFocus(step: Element, root: Document | ShadowRoot): boolean {
  const before = root.activeElement;
  const button = [...step.querySelectorAll<HTMLElement>('button:enabled')].find(isShown);
  if (!button) return true;
  button.focus({ preventScroll: true, focusVisible: true } as FocusOptions);
  const { outlineStyle, outlineWidth } = getComputedStyle(button);
  button.blur();
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  return outlineStyle === 'solid' && Number.parseFloat(outlineWidth) >= 2;
}
