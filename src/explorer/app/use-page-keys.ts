import { type HotkeyItem, useHotkeys } from '@mantine/hooks';

/** Whether somebody is typing: a switch or a chip is an input too, but takes no letters. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'file'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target.isContentEditable;
}

/** Whether a dialog or menu is open: then keys belong to it, Escape above all. */
function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"], [role="menu"]') !== null;
}

/** Keys of the page: they work wherever the focus is, but neither while typing nor under an open dialog. */
export function usePageKeys(keys: readonly (readonly [string, () => void])[]): void {
  useHotkeys(
    keys.map(
      ([key, act]): HotkeyItem => [
        key,
        (event) => {
          if (isTyping(event.target) || isDialogOpen()) return;
          event.preventDefault();
          act();
        },
        { preventDefault: false },
      ],
    ),
    [],
  );
}
