// SPDX-License-Identifier: Apache-2.0
// Large text, and the digest of a dropped file: computed here, never uploaded.
(function () {
  'use strict';
  var large = document.getElementById('large');
  if (large) {
    large.hidden = false;
    var apply = function (on) {
      document.documentElement.classList.toggle('large', on);
      large.textContent = on ? '标准字号' : '大字版';
    };
    apply(localStorage.getItem('large') === '1');
    large.addEventListener('click', function () {
      var on = !document.documentElement.classList.contains('large');
      localStorage.setItem('large', on ? '1' : '0');
      apply(on);
    });
  }
  var drop = document.getElementById('drop');
  var picker = document.getElementById('file');
  var state = document.getElementById('drop-state');
  if (!drop || !picker || !state || !window.crypto || !crypto.subtle) return;
  drop.hidden = false;
  function hex(buffer) {
    return Array.prototype.map
      .call(new Uint8Array(buffer), function (byte) { return ('0' + byte.toString(16)).slice(-2); })
      .join('');
  }
  function check(file) {
    if (!file) return;
    state.textContent = '正在计算 ' + file.name + ' 的摘要…';
    file
      .arrayBuffer()
      .then(function (bytes) { return crypto.subtle.digest('SHA-256', bytes); })
      .then(function (digest) { location.href = (drop.getAttribute('data-to') || '/reports') + '?q=' + hex(digest); })
      .catch(function () { state.textContent = '无法读取这个文件。'; });
  }
  picker.addEventListener('change', function () { check(picker.files[0]); });
  drop.addEventListener('dragover', function (event) { event.preventDefault(); drop.classList.add('over'); });
  drop.addEventListener('dragleave', function () { drop.classList.remove('over'); });
  drop.addEventListener('drop', function (event) {
    event.preventDefault();
    drop.classList.remove('over');
    check(event.dataTransfer.files[0]);
  });
})();
