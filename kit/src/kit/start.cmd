@echo off
rem Starts the program of Chatlab that this file is named after: server, client or learn. All arguments are passed on.
rem The first Java from 17 up is used: the one in the folder "runtime" beside this file, of JAVA_HOME, or of the PATH.
rem No delayed expansion: a folder may have ! in its name. A path is always in quotes: it may have blanks and &.
setlocal EnableExtensions DisableDelayedExpansion
set "here=%~dp0"
set "program=%~n0"
set "java="
set "found=no Java was found"
set "candidate=%here%runtime\bin\java.exe"
call :look
set "candidate=%JAVA_HOME%\bin\java.exe"
if not defined java call :look
for %%j in (java.exe) do set "candidate=%%~$PATH:j"
if not defined java call :look
if not defined java (
    echo Chatlab needs Java 17 or later, and %found%: install a JDK, for example from https://adoptium.net, or get the folder "runtime" from your instructor and put it beside %program%.cmd.
    pause
    exit /b 1
)

set "jar="
set "subcommand="
if /i "%program%"=="server" set "jar=chat-server.jar"
if /i "%program%"=="client" set "jar=chat-client.jar"
if /i "%program%"=="learn" set "jar=chat-cli.jar"
if /i "%program%"=="learn" set "subcommand=learn"
if not defined jar (
    echo This file is no program of Chatlab. Name it server.cmd, client.cmd or learn.cmd again.
    pause
    exit /b 1
)

set "quiet="
set "share=-Xshare:auto"
set "new="
if /i "%program%"=="client" if defined LOCALAPPDATA call :share %1
"%java%" %quiet% "%share%" -jar "%here%%jar%" %subcommand% %*
set "status=%errorlevel%"
if defined new if "%status%"=="0" move /y "%new%" "%archive%" >nul 2>nul
if not "%status%"=="0" pause
if "%status%"=="0" if defined subcommand if "%~1"=="" pause
exit /b %status%

rem look: sets java when the program candidate runs and its version is 17 or later, else it may set found. It takes no
rem argument: call would expand a percent sign in it once more.
:look
if not defined candidate exit /b
if not exist "%candidate%" exit /b
set "version="
set "answer=%TEMP%\chatlab-java-%RANDOM%.txt"
"%candidate%" -version >"%answer%" 2>&1
for /f "usebackq tokens=2,3" %%a in ("%answer%") do if "%%a"=="version" set "version=%%~b"
del "%answer%" 2>nul
if not defined version exit /b
for /f "delims=.-+" %%n in ("%version%") do set "number=%%n"
if %number% GEQ 17 (set "java=%candidate%") else set "found=the Java found is version %version%"
exit /b

rem share ARGUMENT: the window opens sooner from an archive of the classes that it loads. The first run without arguments,
rem which shows a window, writes the archive into the user's folder, as the folder of the kit may be read-only. Its name has
rem the jar's checksum. An unfinished one has another name.
:share
set "sum="
for /f "usebackq tokens=1,2" %%a in ("%here%SHA256SUMS") do if "%%b"=="chat-client.jar" set "sum=%%a"
if not defined sum exit /b
set "cache=%LOCALAPPDATA%\chatlab"
if not exist "%cache%" mkdir "%cache%" 2>nul
set "archive=%cache%\client-%sum:~0,8%-%version%.jsa"
if exist "%archive%" set "share=-XX:SharedArchiveFile=%archive%"
if exist "%archive%" set "quiet=-Xlog:disable"
if exist "%archive%" exit /b
if not "%~1"=="" exit /b
rem Those of former versions.
del "%cache%\client-*" 2>nul
set "quiet=-Xlog:disable"
set "new=%archive%.%RANDOM%"
set "share=-XX:ArchiveClassesAtExit=%new%"
exit /b
