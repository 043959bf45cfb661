import type { SeenScreen } from './createNotebook.ts';

interface Chapter {
  readonly name: string;
  readonly screens: readonly SeenScreen[];
}

const head = `# Walkthrough

The demo's journey as somebody meets it who has never seen it, on a small phone (360 × 640), screen by screen: what was done, what the screen
then says, and what it offers, the most prominent first. What stands in brackets lies below the edge of the screen. Everything here, words and
pictures, was taken from the running demo by \`npm run walkthrough\`; the card is the project's own specimen.
`;

/** The page of the documentation. Pure. */
export function toMarkdown(chapters: readonly Chapter[]): string {
  return [head, ...chapters.map(toChapter)].join('\n');
}

function toChapter({ name, screens }: Chapter): string {
  return [`## ${name}\n`, '| | |', '| --- | --- |', ...screens.map(toRow), ''].join('\n');
}

function toRow({ after, picture, title, says, offers }: SeenScreen): string {
  const words = says.map(escape).join('<br>');
  const cells = [
    `<img src="${picture}" width="216" alt="${escape(title)}">`,
    [`*${escape(after)}*`, `**${escape(title)}**`, words, offers.length > 0 ? `→ ${offers.map(escape).join(' · ')}` : '→ waits'],
  ];
  return `| ${cells[0]} | ${[cells[1]].flat().filter(Boolean).join('<br><br>')} |`;
}

const escape = (text: string): string => text.replaceAll('|', String.raw`\|`).replaceAll('"', '&quot;');
