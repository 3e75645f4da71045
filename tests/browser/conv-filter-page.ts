import type { Locator, Page } from '@playwright/test';
import { cellIn, expect } from './support.ts';

export const PATH = '/en/embed/conv-filter/';

export const grid = (page: Page, name: string): Locator =>
  page.getByRole('grid', { name, exact: true });

export const cell = (page: Page, name: string, row: number, column: number): Locator =>
  cellIn(grid(page, name), row, column);

export const settled = (page: Page): Promise<void> =>
  expect(page.locator('.badge')).toHaveAttribute('aria-busy', 'false');
