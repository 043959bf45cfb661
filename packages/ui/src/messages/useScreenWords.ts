import { type PictureSettings, type StepScreen, useFileRules } from '@stepframe/react';
import { useLasting } from '../camera/useLasting.ts';
import type { StepKind } from '../step/stepKind.ts';
import { type Translate, useMessages } from './useMessages.ts';

/** What stands in the figure of a screen: a drawing of what is photographed, or a sign of how things stand. */
export type ScreenSign = 'drawing' | 'picture' | 'check' | 'alert' | 'cloud' | 'spinner';

/** What a screen says, whatever it looks like. */
export interface ScreenWords {
  readonly title: string;
  readonly lead?: string | undefined;
  readonly sign: ScreenSign | null;
  readonly tone: 'neutral' | 'success' | 'warning';
  /** For those who do not see that the screen has changed. */
  readonly announcement: string;
}

export interface ScreenWordsInput {
  readonly screen: StepScreen;
  readonly kind: StepKind;
  /** There are pictures in hand. */
  readonly hasPictures: boolean;
  readonly hasContinue: boolean;
  /** The step's own limits and decoders. */
  readonly settings: PictureSettings;
}

/** After this long a few seconds are over, and people begin to wonder. */
const slowMs = 12_000;

const connectionCodes = new Set(['request/network', 'request/timeout', 'request/aborted']);

type Said = Pick<ScreenWords, 'title' | 'lead'> & Partial<ScreenWords>;

/** The words of the screen that is due, with the truth about why something takes long. */
export function useScreenWords(input: ScreenWordsInput): ScreenWords {
  const t = useMessages();
  const { screen } = input;
  const isSlow = useLasting(screen.name === 'processing', slowMs);
  // A look at what has arrived is over before it could be read, mostly.
  const isWaiting = useLasting(screen.name === 'uploading' && screen.step.activity !== 'sending');
  const { types, maxSourceBytes } = useFileRules(input.settings);
  const toLimit = () =>
    new Intl.NumberFormat(t('language'), { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }).format(maxSourceBytes / 1_000_000);
  const toFileLead = () => t('file.lead', { types: types.map(toName).join(', '), limit: toLimit() });

  const { title, lead, sign = null, tone = 'neutral', announcement } = say(input, t, { isSlow, isWaiting, toFileLead });
  return { title, lead, sign, tone, announcement: announcement ?? `${title}. ${lead ?? ''}` };
}

interface Facts {
  readonly isSlow: boolean;
  readonly isWaiting: boolean;
  readonly toFileLead: () => string;
}

function say({ screen, kind, hasPictures, hasContinue }: ScreenWordsInput, t: Translate, facts: Facts): Said {
  switch (screen.name) {
    case 'loading':
      return { title: t('loading'), lead: undefined, sign: 'spinner' };
    case 'unreachable':
      return { title: t('unreachable.title'), lead: t.error(screen.error), sign: 'alert', tone: 'warning' };
    case 'instructions':
      return { title: t(`${kind}.title`), lead: t(`${kind}.lead`), sign: 'drawing', announcement: '' };
    case 'camera':
      return { title: t(`${kind}.camera.${screen.capture.side}`), lead: undefined, announcement: '' };
    case 'file': {
      const isBusy = screen.capture.status === 'preparing';
      return {
        title: t('file.title', { side: t(`${kind}.${screen.capture.side}`) }),
        lead: facts.toFileLead(),
        sign: isBusy ? 'spinner' : 'picture',
        announcement: isBusy ? t('preparing') : '',
      };
    }
    case 'review':
      return { title: t(`${kind}.review.title`), lead: t(`${kind}.review.lead`), announcement: t('picture.taken') };
    case 'uploading': {
      // Without a picture it is the wish to leave the step out that is on its way.
      if (!hasPictures) return { title: t('skipping.title'), lead: undefined, sign: 'spinner' };
      const { activity } = screen.step;
      if (!facts.isWaiting || activity === 'sending') {
        return { title: t('uploading.title'), lead: t('uploading.lead'), sign: 'cloud', announcement: '' };
      }
      const tone = activity === 'offline' || activity === 'pausing' ? 'warning' : 'neutral';
      return { title: t(`uploading.${activity}.title`), lead: t(`uploading.${activity}`), sign: 'spinner', tone };
    }
    case 'processing': {
      const { error } = screen.step;
      const trouble = error && (connectionCodes.has(error.code) ? 'processing.offline' : 'processing.busy');
      return {
        title: t(`${kind}.processing`),
        lead: t(trouble ?? (facts.isSlow ? 'processing.slow' : 'processing.lead')),
        sign: 'spinner',
      };
    }
    case 'accepted':
      return { title: t(`${kind}.accepted`), lead: hasContinue ? t('accepted.lead') : undefined, sign: 'check', tone: 'success' };
    case 'skipped':
    case 'concluded': {
      const lead = t(screen.name === 'skipped' && hasContinue ? 'skipped.lead' : `${screen.name}.details`);
      return { title: t(`${screen.name}.title`), lead, sign: 'check' };
    }
    case 'rejected': {
      const { title, details } = t.feedback(screen.step.feedback);
      return { title, lead: details, sign: 'alert', tone: 'warning' };
    }
    case 'failed': {
      const { error } = screen.step;
      const isSame = error.code === 'step/same-picture';
      const title = (isSame && 'same.title') || (error.code === 'request/session-expired' && 'session.title');
      const kept = hasPictures && !isSame ? ` ${t('failed.kept')}` : '';
      return {
        title: t(title || (hasPictures ? 'failed.title' : 'unreachable.title')),
        lead: t.error(error) + kept,
        sign: 'alert',
        tone: 'warning',
      };
    }
    default:
      return screen satisfies never;
  }
}

/** `image/webp` as people write it: WebP. */
function toName(type: string): string {
  return type === 'image/webp' ? 'WebP' : type.replace(/^.*\/|\+.*$/g, '').toUpperCase();
}
