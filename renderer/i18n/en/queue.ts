// English texts of the queue.
export const queueEn = {
  title: { one: '{count} run waits', other: '{count} runs wait' },
  first: 'Put {name} first',
  up: 'Move {name} up',
  down: 'Move {name} down',
  last: 'Put {name} last',
  'moved-first': '{name} is first now.',
  'moved-up': '{name} moved up.',
  'moved-down': '{name} moved down.',
  'moved-last': '{name} is last now.',
  cancel: 'Take {name} out of the queue',
  clear: 'Empty the queue',
  clearTitle: { one: 'Take {count} waiting run out of the queue?', other: 'Take all {count} waiting runs out of the queue?' },
  clearText: 'They are noted as cancelled; nothing of them has been started. Runs under way go on, and so do the schedules.',
  cleared: { one: '{count} run was taken out of the queue.', other: '{count} runs were taken out of the queue.' },
} as const;
