import { createRelayClient } from '@stepframe/core';
import axios from 'axios';

/** One way to send a picture of a step from a page. */
export type Sender = (picture: Blob) => Promise<void>;

/** Where every way but ours sends to. */
const otherPath = '/other';

const ids = { journeyId: 'a-journey', stepId: 'a-step' };
const client = createRelayClient({ session: 'a-session' });

/** Ours, and what pages do without it: in the order of the table. */
export const senders = {
  'Stepframe, multipart': async (picture) => void (await client.processStep({ ...ids, image: picture })),

  'Stepframe, multipart with progress': async (picture) =>
    void (await client.processStep({ ...ids, image: picture }, { onProgress: () => undefined })),

  'Stepframe, base64 JSON (for backends)': async (picture) =>
    void (await client.processStep({ ...ids, image: picture }, { encoding: 'json' })),

  'fetch, multipart': (picture) => sendForm(picture),

  // What react-webcam's screenshot gives is a data URL.
  'data URL to Blob, multipart': async (picture) => sendForm(await (await fetch(await readDataUrl(picture))).blob()),

  'base64 JSON by FileReader': async (picture) => {
    const url = await readDataUrl(picture);
    await axios.post(otherPath, { ...ids, image: url.slice(url.indexOf(',') + 1) });
  },

  'base64 JSON by btoa': async (picture) => {
    const bytes = new Uint8Array(await picture.arrayBuffer());
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    await axios.post(otherPath, { ...ids, image: btoa(text) });
  },
} satisfies Readonly<Record<string, Sender>>;

export type SenderName = keyof typeof senders;

export const senderNames = Object.keys(senders) as readonly SenderName[];

async function sendForm(picture: Blob): Promise<void> {
  const form = new FormData();
  form.append('journey_id', ids.journeyId);
  form.append('step_id', ids.stepId);
  form.append('image', picture, 'image.jpg');
  const { ok } = await fetch(otherPath, { method: 'POST', body: form });
  if (!ok) throw new Error('The server refused the form.');
}

function readDataUrl(picture: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result)));
    reader.addEventListener('error', () => reject(new Error('The picture could not be read.')));
    reader.readAsDataURL(picture);
  });
}
