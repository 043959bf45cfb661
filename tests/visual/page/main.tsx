/// <reference types="vite/client" />
// One step on a fake camera and a sandbox, in a page that can be dressed up as different hosts. Driven from outside.
import { ar } from '@stepframe/ui/locales/ar';
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/noto-sans-arabic/wght.css';
import { StepframeProvider } from '@stepframe/react';
import { drawSpecimenFile } from '@stepframe/sandbox/testing';
import { type FlowStep, IdDocumentStep, JourneyFlow, type Messages } from '@stepframe/ui';
import styles from '@stepframe/ui/styles.css?inline';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createStage, type Stage, type StageOptions } from '../../../.storybook/stage.tsx';
import { type HostName, hostStyles } from './hosts.ts';
import { measure, type Measures } from './measure.ts';
import './page.css';

/** What stands on the page. */
export interface Shown {
  readonly component: 'document' | 'menu';
  readonly sides?: 1 | 2;
  readonly stage: StageOptions;
  /** In a shadow root, with the stylesheet adopted there and the fonts outside. Default `false`. */
  readonly isInShadow?: boolean;
}

/** What a test does with the page from outside. */
export interface VisualPage {
  readonly show: (shown: Shown) => Promise<void>;
  readonly stage: () => Stage;
  /** Chooses the front of the specimen as the system's dialog would. */
  readonly chooseFile: (kind?: 'card-front' | 'card-back') => Promise<void>;
  /** Puts the page and the step into a language's direction. */
  readonly turn: (direction: 'ltr' | 'rtl') => void;
  /** How many frames of the camera were looked at until now. */
  readonly looks: () => number;
  /** Whether the product hears of frames only later, so that a picture can be taken of what it shows now. */
  readonly hold: (isHeld: boolean) => void;
  /** Dresses the page as a host; `null` for a quiet one. */
  readonly dress: (host: HostName | null) => void;
  readonly measure: () => Measures;
}

declare global {
  interface Window {
    visual: VisualPage;
  }
}

/** English words in the other direction. */
const rightToLeft: Partial<Messages> = ar;

const steps: readonly FlowStep[] = [
  { id: '0', kind: 'id-document' },
  { id: '10', kind: 'selfie' },
  { id: 'proof_of_address', kind: 'proof-of-address', isOptional: true },
];
const menu = { steps, order: 'menu' } as const;

// Waiting gets other words after twelve seconds, which a busy machine takes to look at all sizes of a screen.
const { setTimeout: setTimer } = window;
window.setTimeout = ((call: () => void, ms = 0) => (ms === 12_000 ? 0 : setTimer(call, ms))) as typeof setTimeout;

let looks = 0;
let isHeld = false;
let held: (() => void)[] = [];
const { Worker: RealWorker } = window;
window.Worker = class extends RealWorker {
  constructor(...settings: ConstructorParameters<typeof Worker>) {
    super(...settings);
    // Comes before the product's listener.
    this.addEventListener('message', (event: MessageEvent<{ output?: { report?: object } } | undefined>) => {
      if (!event.data?.output?.report) return;
      if (isHeld) {
        event.stopImmediatePropagation();
        held.push(() => this.dispatchEvent(new MessageEvent('message', { data: event.data })));
      } else {
        looks += 1;
      }
    });
  }
};

const host = document.querySelector<HTMLElement>('#host');
const place = document.querySelector<HTMLElement>('#root');
if (!host || !place) throw new Error('The page has no #host or no #root.');
const own = document.createElement('style');
own.textContent = styles;
const foreign = document.createElement('style');
document.head.append(own, foreign);

let stage: Stage;
let shown: Shown;
let root: ReturnType<typeof createRoot>;
let ground: ParentNode = place;

function render(messages?: Partial<Messages>): void {
  const { client, journeyId } = stage;
  root.render(
    <StrictMode>
      <StepframeProvider client={client} journeyId={journeyId}>
        {shown.component === 'menu' ? (
          <JourneyFlow definition={menu} messages={messages} />
        ) : (
          <IdDocumentStep stepId="0" sides={shown.sides ?? 1} autoCapture={false} messages={messages} onContinue={ignore} />
        )}
      </StepframeProvider>
    </StrictMode>,
  );
}

function ignore(): void {}

function find(): Element {
  const step = ground.querySelector('.sf-step');
  if (!step) throw new Error('There is no step on the page.');
  return step;
}

async function loadFonts(): Promise<void> {
  const texts = { 'Inter Variable': 'a', 'Noto Sans Arabic Variable': 'ا' };
  await Promise.all(Object.entries(texts).map(([name, text]) => document.fonts.load(`16px '${name}'`, text)));
}

window.visual = {
  show: async (next) => {
    shown = next;
    await loadFonts();
    stage = await createStage(next.stage);
    if (next.isInShadow) {
      own.remove();
      const shadow = place.attachShadow({ mode: 'open' });
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(styles);
      shadow.adoptedStyleSheets = [sheet];
      const inner = document.createElement('div');
      shadow.append(inner);
      ground = inner;
    }
    root = createRoot(ground as HTMLElement);
    render();
  },
  stage: () => stage,
  chooseFile: async (kind = 'card-front') => {
    const input = find().querySelector<HTMLInputElement>('input[type="file"]');
    if (!input) throw new Error('There is no file input.');
    const transfer = new DataTransfer();
    transfer.items.add(await drawSpecimenFile({ kind }));
    input.files = transfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  },
  turn: (direction) => {
    document.documentElement.dir = direction;
    render(direction === 'rtl' ? rightToLeft : undefined);
  },
  looks: () => looks,
  hold: (wanted) => {
    isHeld = wanted;
    if (isHeld) return;
    const late = held;
    held = [];
    for (const tell of late) tell();
  },
  dress: (name) => {
    foreign.textContent = name ? hostStyles[name] : '';
    document.documentElement.dir = name === 'rtl' ? 'rtl' : 'ltr';
  },
  measure: () => measure(find()),
};
