import { text } from 'node:stream/consumers';
import type { ReadableStream } from 'node:stream/web';
import type { MailSender } from '../mail-sender.ts';
import type { MailContent } from './mail-content.ts';

const doctype =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">';

/** The first mail loads React, not the start. */
export async function renderHtml(content: MailContent, sender: MailSender): Promise<string> {
  const [{ createElement, Suspense }, { renderToReadableStream }, { layOutHtml }] = await Promise.all([
    import('react'),
    import('react-dom/server'),
    import('./html-layout.ts'),
  ]);
  const failures: unknown[] = [];
  const page = await renderToReadableStream(createElement(Suspense, null, layOutHtml(content, sender)), {
    progressiveChunkSize: Number.POSITIVE_INFINITY,
    onError: (error) => void failures.push(error),
  });
  const html = await text(page as ReadableStream);
  // After an error, React still writes the rest of the page.
  if (failures.length > 0) throw failures[0];
  // React also adds links that preload each picture, which mail programs do not need.
  return doctype + html.replace(/<!DOCTYPE.*?>/, '').replace(/<link rel="preload" as="image"[^>]*>/g, '');
}
