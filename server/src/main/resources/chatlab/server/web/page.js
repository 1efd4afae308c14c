// Shows the buttons that copy a command. Without script, a person selects the command and copies it.
for (const button of document.querySelectorAll('button.copy')) {
  button.hidden = false;
  button.addEventListener('click', () => {
    const selection = getSelection();
    selection.selectAllChildren(button.previousElementSibling);
    // navigator.clipboard works only over https
    if (document.execCommand('copy')) {
      button.textContent = button.dataset.done;
      selection.removeAllRanges();
    }
  });
}
