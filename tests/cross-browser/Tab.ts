/** One tab of a browser, as far as a customer's visit needs it. Elements are named by XPath, which every driver knows. */
export interface Tab {
  readonly open: (url: string) => Promise<void>;
  /** Waits until an element is there. */
  readonly waitFor: (xpath: string) => Promise<void>;
  /** Waits until an element is there and clicks on it. */
  readonly click: (xpath: string) => Promise<void>;
  /** Gives a file to a file input, hidden or not. */
  readonly chooseFile: (xpath: string, path: string) => Promise<void>;
  /** The value of an expression in the page. */
  readonly read: (expression: string) => Promise<unknown>;
  /** Ends the browser and all that was started for it. */
  readonly close: () => Promise<void>;
}
