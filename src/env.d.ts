declare namespace App {
  type Locals = {
    /** Names of the words that the page already carries. */
    words?: ReadonlySet<string>;
  };
}
