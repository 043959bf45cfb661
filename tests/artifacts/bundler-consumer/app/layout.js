import { connection } from 'next/server';
import { createElement } from 'react';

export const metadata = { title: 'A customer’s app' };

export default async function Layout({ children }) {
  // A nonce is made for each request, so no page may be rendered beforehand.
  await connection();
  return createElement('html', { lang: 'en' }, createElement('body', null, createElement('main', null, children)));
}
