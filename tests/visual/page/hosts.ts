/// <reference types="vite/client" />
import reboot from 'bootstrap/dist/css/bootstrap-reboot.css?raw';
import normalize from 'normalize.css/normalize.css?raw';
import preflight from 'tailwindcss/preflight.css?raw';

/** What Tailwind makes of its own functions where no theme says otherwise. */
const plainPreflight = preflight.replaceAll(/--theme\(\s*[\w-]+,([^()]*)\)/g, '$1');

/** Stylesheets of host pages, loaded after ours, without any rule that names a class of ours. */
export const hostStyles = {
  bootstrap: reboot,
  'tailwind 3': plainPreflight,
  // A layer that is loaded later wins, unless its place was settled before.
  'tailwind 4': `@layer theme, base, components, utilities; @layer base { ${plainPreflight} }`,
  normalize,
  reset: `
    * { all: revert; }
    *, *::before, *::after { margin: 0; padding: 0; border: 0; font: inherit; vertical-align: baseline; box-sizing: content-box; }
    * { box-sizing: content-box !important; }
    :focus { outline: none !important; }
    ol, ul { list-style: none; }`,
  buttons: `
    button {
      width: 100% !important; min-height: 0; margin: 12px; padding: 24px 40px; float: left;
      font: 10px serif; letter-spacing: 0.2em; text-transform: uppercase; white-space: nowrap;
      color: yellow; background: crimson; border: 4px dashed black; border-radius: 0; box-shadow: 4px 4px black;
    }
    button, select, input { display: block; height: 30px; max-height: 30px; }
    button::before { content: '»'; }
    button svg { display: none; }
    button span { text-decoration: underline; }`,
  elements: `
    h2 { margin: 40px 0; font: 40px/1 serif; color: teal; text-align: center; border-bottom: 4px solid; }
    p { margin: 2em 0; font-size: 10px; color: #999; }
    ul { margin: 1em 0; padding-left: 60px; list-style: square; }
    li { float: left; width: 50%; margin: 20px; padding: 20px; background: #ffc; }
    li::before { content: '✦'; }
    span { display: inline-block; padding: 4px; background: #eef; }
    strong { font-weight: 400; color: red; }
    section, div { padding: 10px; margin: 10px; }
    body > div { padding: 0; margin: 0; }
    figure { margin: 40px; float: left; }
    figcaption { position: absolute; font-size: 9px; }
    dialog { width: 300px; margin: auto; padding: 30px; }
    progress { width: 80px; height: 40px; }
    svg, video, img, canvas { display: block; max-width: 100% !important; height: auto !important; margin: 8px; border: 2px solid red; }
    svg { width: 16px; fill: currentColor; stroke: none; }
    path, circle, rect { fill: red; stroke: lime; }
    video { position: static; object-fit: fill; opacity: 0.5; }
    input { display: block; width: 100%; padding: 20px; }
    output { display: block; padding: 20px; background: pink; }`,
  body: 'body { line-height: 1; font: 10px serif; text-align: center; letter-spacing: 0.2em; white-space: nowrap; text-transform: uppercase; }',
  root: 'html { font-size: 62.5%; } body { font-size: 1.6rem; }',
  narrow: '#host { display: flex; gap: 8px; } #host::after { content: ""; flex: 0 0 104px; background: #ccd3df; }',
  transform: '#host { transform: translateX(8px) scale(0.9); transform-origin: 0 0; filter: saturate(1); will-change: transform; }',
  rtl: '',
} as const satisfies Readonly<Record<string, string>>;

export type HostName = keyof typeof hostStyles;
