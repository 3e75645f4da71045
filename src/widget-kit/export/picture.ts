export function stageToSvg(stage: HTMLElement): Blob {
  return new Blob([stage.innerHTML]);
}
export async function stageToPng(stage: HTMLElement, scale: number): Promise<Blob> {
  return new Blob([`${scale}${stage.innerHTML}`]);
}
