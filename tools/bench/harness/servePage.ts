import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { ServedFiles } from './bundlePage.ts';

/** A page on a port of its own. */
export interface PageServer {
  /** `http://localhost:…`, without a slash at the end. */
  readonly address: string;
  /** How often a path was asked for. */
  readonly countRequests: (path: string) => number;
  /** What the page last sent to `/sent/<name>` by POST. */
  readonly takeSent: (name: string) => Buffer;
  readonly close: () => Promise<void>;
}

export interface ServePageOptions {
  readonly files: ServedFiles;
  /** Answers what no file and no `/sent/` does; without it that is a 404. */
  readonly answer?: RequestListener;
}

/** Serves files out of memory to a cross-origin isolated page, which has precise clocks and shared memory. */
export async function servePage({ files, answer }: ServePageOptions): Promise<PageServer> {
  const counts = new Map<string, number>();
  const sent = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    counts.set(path, (counts.get(path) ?? 0) + 1);
    response.setHeader('cross-origin-opener-policy', 'same-origin');
    response.setHeader('cross-origin-embedder-policy', 'require-corp');
    response.setHeader('cross-origin-resource-policy', 'same-origin');
    const file = files.get(path);
    if (request.method === 'GET' && file) {
      response.setHeader('content-type', file.type);
      response.setHeader('cache-control', 'max-age=3600');
      response.end(file.body);
    } else if (request.method === 'POST' && path.startsWith('/sent/')) {
      void readBody(request).then((body) => {
        sent.set(path.slice('/sent/'.length), body);
        response.writeHead(204).end();
      });
    } else if (answer) {
      answer(request, response);
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The page server has no port.');
  return {
    address: `http://localhost:${address.port}`,
    countRequests: (path) => counts.get(path) ?? 0,
    takeSent: (name) => {
      const body = sent.get(name);
      if (!body) throw new Error(`The page sent nothing named ${name}.`);
      sent.delete(name);
      return body;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
