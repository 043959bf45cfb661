import { createElement } from 'react';
import { App } from '../src/App.js';

export default function Page() {
  return createElement(App);
}
