declare namespace App {
  type Locals = {
    /** Names of what figures share and the page already carries: words, looks, destinations. */
    shared?: Set<string>;
  };
}
