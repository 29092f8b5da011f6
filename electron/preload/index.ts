import { ipcRenderer } from 'electron';

ipcRenderer.send('ask');
