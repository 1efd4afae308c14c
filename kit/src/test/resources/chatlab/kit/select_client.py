"""The classic first chat client: sends the lines that are typed, and prints what comes back.

python3 select_client.py HOST PORT
"""

import os
import select
import socket
import sys

server = socket.create_connection((sys.argv[1], int(sys.argv[2])))
keyboard = sys.stdin.fileno()
waiting_for = [server, keyboard]
while server in waiting_for:
    ready, _, _ = select.select(waiting_for, [], [])
    if keyboard in ready:
        typed = os.read(keyboard, 4096)
        server.sendall(typed)
        if not typed:
            waiting_for.remove(keyboard)
            server.shutdown(socket.SHUT_WR)
    if server in ready:
        arrived = server.recv(4096)
        os.write(sys.stdout.fileno(), arrived)
        if not arrived:
            waiting_for.remove(server)
