// Stands in for the application that an Electron distribution runs when it is given a folder (`electron <folder>`):
// takes the first argument that is no switch as that folder, becomes the app described there and loads its main file.
const { app, dialog } = require('electron');
const { readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');

function fail(message) {
  process.stderr.write(`${message}\n`);
  if (app.isReady()) dialog.showErrorBox('Electron', message);
  process.exit(1);
}

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (process.argv.includes('--version') || process.argv.includes('-v')) {
  process.stdout.write(`v${process.versions.electron}\n`);
  process.exit(0);
} else if (folder === undefined) {
  fail('Usage: electron <application folder> [arguments]');
}

const appPath = resolve(folder);
let about;
try {
  about = JSON.parse(readFileSync(join(appPath, 'package.json'), 'utf8'));
} catch (error) {
  fail(`${appPath} holds no application: ${error.message}`);
}

// What Electron itself does before it hands over: `defaultApp` tells the app that argv[1] is its own folder.
process.defaultApp = true;
app.setName(about.productName ?? about.name);
if (about.version) app.setVersion(about.version);
if (about.desktopName) app.setDesktopName(about.desktopName);
app.setAppPath(appPath);

// Loaded at once: what an app must do before Electron is ready (its own URL scheme) would come too late in an import().
try {
  require(join(appPath, about.main ?? 'index.js'));
} catch (error) {
  fail(error.stack);
}
