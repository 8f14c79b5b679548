// A web server for tests that writes down what it is asked and answers as told.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Asked = { method: string; path: string; type: string | undefined; body: string };
/** `null`: never. */
export type Answer = { status: number; headers?: Record<string, string>; text?: string } | null;

export type WebServer = { url: string; asked: Asked[]; answer: Answer; close(): void };

export async function webServer(answer: Answer = { status: 200, text: 'OK' }): Promise<WebServer> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      asked.push({ method: request.method ?? '', path: request.url ?? '', type: request.headers['content-type'], body });
      if (made.answer === null) return;
      response.writeHead(made.answer.status, made.answer.headers);
      response.end(made.answer.text);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const made: WebServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    answer,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
  return made;
}
