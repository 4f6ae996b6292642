import { randomBytes } from 'node:crypto';
import { type Context, Hono } from 'hono';
import type { DocumentFile } from '../formats/documents/read-documents.ts';
import type { ReadResult } from '../formats/format.ts';
import { contentHash } from '../model/content-hash.ts';
import type { Issue } from '../model/issue.ts';
import { isOwnHost } from './host-check.ts';
import { securityHeaders } from './security-headers.ts';
import { readStaticFile } from './static-file.ts';

/** What a server serves. */
export interface AppParts {
  /** The graph as it was read, or its findings. */
  readonly graph: ReadResult;
  readonly documents: readonly DocumentFile[];
  /** The built explorer. */
  readonly staticFolder: string;
  /** Names, besides those of the loopback, by which the server may be called. */
  readonly hosts: readonly string[];
}

/** The one shape of every refusal. */
export interface ErrorBody {
  readonly error: { readonly message: string; readonly issues?: readonly Issue[] };
}

type App = Hono<{ Variables: { nonce: string } }>;
type AppContext = Context<{ Variables: { nonce: string } }>;

function refuse(context: AppContext, status: 403 | 404 | 405 | 422 | 500, error: ErrorBody['error']): Response {
  const body: ErrorBody = { error };
  return context.json(body, status, { 'Cache-Control': 'no-store' });
}

function withoutMethod(context: AppContext): Response {
  context.header('Allow', 'GET, HEAD');
  return refuse(context, 405, { message: 'Only GET and HEAD are answered here.' });
}

/** Whether an If-None-Match header names this entity tag. */
function matches(header: string | undefined, etag: string): boolean {
  return (
    header
      ?.split(',')
      .map((tag) => tag.trim().replace(/^W\//u, ''))
      .some((tag) => tag === etag || tag === '*') ?? false
  );
}

/**
 * The application: the graph and the documents as JSON, the explorer as files. It keeps nothing and changes nothing.
 *
 * - `GET /api/graph`: 200 graph document, ETag its content hash (304 to who has it); 422 with the issues where the graph
 *   cannot be opened.
 * - `GET /api/documents`: 200 `[{file, text}]`.
 * - `GET /…`: the explorer. In its pages `__CSP_NONCE__` becomes a nonce that is fresh for each answer.
 *
 * Refusals have the body `{error: {message, issues?}}`.
 */
export function createApp({ graph, documents, staticFolder, hosts }: AppParts): App {
  const app: App = new Hono();
  const document = graph.graph;
  const etag = document === undefined ? '' : `"${contentHash(document)}"`;
  const body = document === undefined ? '' : JSON.stringify(document);

  app.use('*', async (context, next) => {
    const nonce = randomBytes(18).toString('base64');
    context.set('nonce', nonce);
    if (isOwnHost(context.req.header('host'), hosts)) await next();
    else context.res = refuse(context, 403, { message: 'This server does not go by the name that it was asked for.' });
    for (const [name, value] of Object.entries(securityHeaders(nonce))) context.res.headers.set(name, value);
    return undefined;
  });
  app.use('*', async (context, next) => {
    if (context.req.method !== 'GET' && context.req.method !== 'HEAD') return withoutMethod(context);
    await next();
    return undefined;
  });

  app.get('/api/graph', (context) => {
    if (document === undefined) {
      return refuse(context, 422, { message: 'The graph cannot be opened.', issues: graph.issues });
    }
    context.header('ETag', etag);
    context.header('Cache-Control', 'no-cache');
    if (matches(context.req.header('if-none-match'), etag)) return context.body(null, 304);
    return context.body(body, 200, { 'Content-Type': 'application/json; charset=utf-8' });
  });
  app.get('/api/documents', (context) => context.json(documents, 200, { 'Cache-Control': 'no-store' }));
  app.all('/api/*', (context) => refuse(context, 404, { message: `There is no ${context.req.path} here.` }));

  app.get('*', async (context) => {
    const file = await readStaticFile(staticFolder, new URL(context.req.url).pathname);
    if (file === undefined) return context.notFound();
    if (file.isPage) {
      const page = new TextDecoder().decode(file.bytes).replaceAll('__CSP_NONCE__', context.get('nonce'));
      return context.body(page, 200, { 'Content-Type': file.mediaType, 'Cache-Control': 'no-store' });
    }
    return context.body(file.bytes, 200, { 'Content-Type': file.mediaType, 'Cache-Control': 'no-cache' });
  });
  app.notFound((context) => refuse(context, 404, { message: 'There is no such page here.' }));
  app.onError((_error, context) => refuse(context, 500, { message: 'The server failed at this request.' }));
  return app;
}
