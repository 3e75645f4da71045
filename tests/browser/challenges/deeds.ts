import type { Locator } from '@playwright/test';
import { cellIn } from '../support.ts';

/** One way to do something by hand to a figure. */
export type Deed = (figure: Locator) => Promise<void>;

/** By hand: what a reader may try first, and what solves it. Every step keeps the ones before. */
export type Solutions = Readonly<
  Record<string, { readonly tempting: readonly Deed[]; readonly right: readonly Deed[] }>
>;

/** Types into the field with a label. */
export const typed =
  (label: string, text: string): Deed =>
  async (figure) => {
    const field = figure.getByLabel(label, { exact: true });
    await field.click();
    await field.press('Control+a');
    await field.pressSequentially(text);
    await field.press('Enter');
  };

/** Types into the field with a letter that a handle of the figure has as well. */
export const inField =
  (name: string, text: string): Deed =>
  async (figure) => {
    const field = figure.getByRole('textbox', { name, exact: true });
    await field.fill(text);
    await field.press('Enter');
  };

/** Types into a cell of the grid with a name. */
export const inGrid =
  (name: string, row: number, column: number, text: string): Deed =>
  async (figure) => {
    const grid = figure.getByRole('grid', { name, exact: true });
    await cellIn(grid, row, column).dblclick();
    await figure.page().keyboard.type(text);
    await figure.page().keyboard.press('Enter');
  };

/** Chooses from the list with a label. */
export const chosen =
  (label: string, option: string): Deed =>
  async (figure) => {
    await figure.getByLabel(label, { exact: true }).selectOption(option);
  };

/** Presses the button with a name, or whose name matches. */
export const pressed =
  (name: string | RegExp): Deed =>
  async (figure) => {
    await figure.getByRole('button', { name, exact: true }).click();
  };

/** Several ways of one's hands, one after the other, as one. */
export const inTurn =
  (...deeds: readonly Deed[]): Deed =>
  async (figure) => {
    for (const deed of deeds) await deed(figure);
  };

/** Makes an experiment anew, and waits until it is over. */
export const run: Deed = async (figure) => {
  await figure.locator('.run-bar .run').click();
  await figure.locator('.run-bar[data-status="at-rest"]').waitFor({ timeout: 80_000 });
};
