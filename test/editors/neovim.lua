-- Drives Neovim for neovim.test.ts: waits for problems, records them, and fixes the file with the Ex command FIX.
local function drive()
  local found = vim.wait(120000, function() return #vim.diagnostic.get(0) > 0 end, 20)
  assert(found, 'No problem within two minutes.')
  local client = vim.lsp.get_active_clients()[1]
  local question = { items = { { section = 'cloudElements.diagnosticSeverityOverrides' } } }
  local observation = {
    language = vim.bo.filetype,
    problems = vim.tbl_map(function(problem)
      return { code = problem.code, line = problem.lnum, column = problem.col, endColumn = problem.end_col }
    end, vim.diagnostic.get(0)),
    settings = vim.lsp.handlers['workspace/configuration'](nil, question, { client_id = client.id })[1],
  }
  -- The documented commands wait two seconds for the server: where it is not done by then, as a person does, again.
  local before = vim.api.nvim_buf_get_changedtick(0)
  for _ = 1, 5 do
    vim.cmd(vim.env.FIX)
    if vim.api.nvim_buf_get_changedtick(0) > before then break end
  end
  observation.text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), '\n') .. '\n'
  vim.fn.writefile({ vim.json.encode(observation) }, vim.env.OBSERVATION)
end

local ok, message = pcall(drive)
if not ok then
  io.stderr:write(tostring(message), '\n')
  vim.cmd('cquit')
end
vim.cmd('qall!')
