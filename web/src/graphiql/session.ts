const HISTORY = ["graphiql:queries", "graphiql:favorites"];

/**
 * What GraphiQL keeps: names and certificates are gone with the browser's tab, and headers, which hold tokens, are not kept
 * at all. (Its history would keep them also where it is told not to.)
 */
export const SESSION: Storage = {
  get length() {
    return sessionStorage.length;
  },
  key: (index) => sessionStorage.key(index),
  getItem: (key) => sessionStorage.getItem(key),
  setItem: (key, value) => sessionStorage.setItem(key, HISTORY.includes(key) ? withoutHeaders(value) : value),
  removeItem: (key) => sessionStorage.removeItem(key),
  clear: () => sessionStorage.clear(),
};

function withoutHeaders(value: string): string {
  return JSON.stringify(JSON.parse(value), (name, member) => (name === "headers" ? null : member));
}
