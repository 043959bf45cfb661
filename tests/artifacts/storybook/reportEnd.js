// In the page, before anything else there: tells on the console how the story, with all that it plays, or the docs page ended.
const fail = ({ message, description }) => `stepframe: failed\n${message ?? description}`;
const ends = {
  storyFinished: ({ status }) => (status === 'success' ? 'stepframe: ended' : `stepframe: failed\nIt ended with ${status}.`),
  docsRendered: () => 'stepframe: ended',
  playFunctionThrewException: fail,
  storyThrewException: fail,
  storyErrored: fail,
  storyMissing: () => 'stepframe: failed\nThere is no such story.',
};

/** Where Storybook keeps its own events. */
const place = '__STORYBOOK_ADDONS_CHANNEL__';

const timer = setInterval(() => {
  const channel = globalThis[place];
  if (!channel) return;
  clearInterval(timer);
  for (const [name, say] of Object.entries(ends)) {
    channel.on(name, (data) => {
      const line = say(data);
      if (line) console.log(line);
    });
  }
});
