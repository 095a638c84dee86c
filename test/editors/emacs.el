;; Drives Emacs for emacs.test.ts: waits for problems, writes down what there is, and changes the file as FIX says:
;; "save", "command" or "complete".  -*- lexical-binding: t -*-
(require 'json)

(defun drive-place (problem)
  "What there is to say about a Flymake PROBLEM."
  (let* ((start (flymake-diagnostic-beg problem))
         (end (flymake-diagnostic-end problem))
         (line (save-excursion (goto-char start) (line-beginning-position)))
         (spec (alist-get 'eglot-lsp-diag (flymake-diagnostic-data problem))))
    `((code . ,(plist-get spec :code))
      (line . ,(1- (line-number-at-pos start)))
      (column . ,(- start line))
      (endColumn . ,(- end line)))))

(defun drive-problems ()
  "Problems of the current buffer, in the order of its text, once there are any."
  (with-timeout (120 (error "No problem within two minutes"))
    (while (null (flymake-diagnostics)) (accept-process-output nil 0.02)))
  (sort (flymake-diagnostics) (lambda (a b) (< (flymake-diagnostic-beg a) (flymake-diagnostic-beg b)))))

(find-file (getenv "FILE"))
;; Eglot connects after the command that opens a file; in batch mode there are no commands.
(run-hooks 'post-command-hook)
(let* ((problems (vconcat (mapcar #'drive-place (drive-problems))))
       (server (eglot-current-server))
       (question [(:section "cloudElements.diagnosticSeverityOverrides")])
       (settings (eglot-handle-request server 'workspace/configuration :items question)))
  (pcase (getenv "FIX")
    ;; Emacs saves nothing that was not changed.
    ("save" (set-buffer-modified-p t) (save-buffer))
    ("command" (call-interactively #'cloud-elements-fix-all))
    ("complete" (search-forward "|") (delete-char -1) (completion-at-point)))
  (let ((observation `((language . ,(eglot--language-id server))
                       (problems . ,problems)
                       (settings . ,(aref settings 0))
                       (text . ,(buffer-string))))
        (coding-system-for-write 'utf-8))
    (write-region (json-encode observation) nil (getenv "OBSERVATION"))))
(set-buffer-modified-p nil)
(eglot-shutdown (eglot-current-server))
