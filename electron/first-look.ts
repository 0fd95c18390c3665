import type { Settings } from '#shared/model/settings.ts'
import type { SnapshotText } from '#shared/snapshot-text.ts'
import { dataFolderOf, isSampleOfOurs, type Arguments, type Folders } from './arguments.ts'
import { buildId } from './build-id.ts'
import { instantNow } from './clock.ts'
import { gate } from './gate.ts'
import { idleClock } from './idle-clock.ts'
import { monthsAtStart } from './months-at-start.ts'
import { presentation } from './presentation.ts'
import { settingsTold } from './settings-view.ts'
import { findStart, type Start } from './storage/start-cache.ts'

export interface FirstPage {
  /** What it is shown before the workspace is open; null where it has to wait for that. */
  readonly look: Start | null
  /** Answers the first page; null for every later one, which is shown the open workspace. */
  readonly load: () => SnapshotText | null
  /** It has what it shows. */
  readonly isLoaded: Promise<void>
}

/**
 * What the first page is shown: what the last run left, where nothing has changed since (storage/start-cache.ts). So a
 * start waits for no more than for its window; the workspace is opened behind the first picture, and a page that was
 * shown something else is told to load again (behind.ts).
 */
export function firstPage(started: Arguments, folders: Folders): FirstPage {
  const now = instantNow()
  const found = findStart(folders.user, { build: buildId, months: monthsAtStart(now), now })
  const look = found && found.folder === dataFolderOf(started, folders, found.settings) ? found : null
  const loaded = gate()
  let isFirst = true
  return {
    look,
    isLoaded: loaded.isOpen,
    load() {
      if (!look || !isFirst) return null
      isFirst = false
      loaded.open()
      const own = { history: { undo: null, redo: null }, settings: view(look.settings), readOnly: null, problems: 0 }
      return `${look.snapshot.slice(0, -1)},${JSON.stringify(own).slice(1)}` as SnapshotText
    },
  }

  function view(settings: Settings) {
    const read = { get: () => settings }
    const { data, sample } = started
    return settingsTold({
      settings: read,
      shown: presentation(read),
      idle: idleClock(),
      dataFolder: () => dataFolderOf(started, folders, settings),
      isMovable: data === null && !sample,
      sample,
      isSampleOfOurs: isSampleOfOurs(started),
    }).view()
  }
}
